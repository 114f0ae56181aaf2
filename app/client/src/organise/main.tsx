// Organisers' pages are made on the server and need no script. This gives them the typeface that the other screens
// have, by the manifest: <link> every style sheet of "src/organise/main.tsx".

import "@fontsource-variable/atkinson-hyperlegible-next/wght.css";
