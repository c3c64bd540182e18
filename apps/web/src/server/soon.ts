/** Runs something before the next picture is drawn; where none is drawn (a hidden tab), within a tenth of a second. */
export const beforeNextPicture = (run: () => void) => {
  let isDone = false
  const once = () => {
    if (isDone) return
    isDone = true
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    run()
  }
  const frame = requestAnimationFrame(once)
  const timer = setTimeout(once, 100)
}
