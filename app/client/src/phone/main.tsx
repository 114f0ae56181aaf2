import "../shared/drawings.css";
import "./phone.css";
import "./controls.css";
import "./screens.css";
import { render } from "preact";
import { App } from "./app.tsx";
import { connection, firstTexts } from "./session.ts";

// The room is on its way while the texts are.
connection.start();
firstTexts().then(() => {
  const root = document.getElementById("app");
  if (root) render(<App />, root);
});
