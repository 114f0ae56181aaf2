// The one-time key stands behind # in the link, so that no server log has it: put it in its field.
const key = document.getElementById("key");
if (key && location.hash.length > 1) {
  key.value = decodeURIComponent(location.hash.slice(1));
  history.replaceState(null, "", location.pathname + location.search);
  document.getElementById("name")?.focus();
}
