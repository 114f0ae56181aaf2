document.documentElement.dataset.page = "entry";
