// Voila 0.5 brings JupyterLab 4.2, and the packages of the widgets were built for later ones. They work together, as
// nbs/checks/app.ipynb shows. So what webpack remarks about versions, and JupyterLab about its sockets, is left out.
{
  const { warn, debug } = console
  const isRemark = text => /version .* shared (singleton )?module|^Starting WebSocket/.test(text)
  console.warn = (...words) => isRemark(words[0]) || warn(...words)
  console.debug = (...words) => isRemark(words[0]) || debug(...words)
}
