document.documentElement.dataset.page = "stage";
