// Tabs, by mouse and by arrow keys.

// Gives what chooses a tab; `chosen` hears of it
export function tabbed(tabs, chosen) {
  function choose(tab) {
    for (const one of tabs) {
      const isChosen = one === tab
      one.setAttribute('aria-selected', isChosen)
      one.tabIndex = isChosen ? 0 : -1
      document.getElementById(one.getAttribute('aria-controls')).hidden = !isChosen
    }
    chosen(tab)
  }
  for (const tab of tabs) {
    tab.addEventListener('click', () => choose(tab))
    tab.addEventListener('keydown', event => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
      if (!step) return
      const next = tabs.at((tabs.indexOf(tab) + step) % tabs.length)
      choose(next)
      next.focus()
    })
  }
  return choose
}
