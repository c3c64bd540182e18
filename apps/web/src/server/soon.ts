/** In a storm what is on screen changes this often: nobody reads faster, and each change has its price, however small it is. */
const apartMs = 50

let lastAt = Number.NEGATIVE_INFINITY

/** Runs something soon: before the next picture is drawn or, if something ran just now, together with what else comes within a moment. */
export const soon = (run: () => void) => {
  const early = lastAt + apartMs - performance.now()
  if (early > 0) {
    setTimeout(() => soon(run), early)
    return
  }
  beforeNextPicture(() => {
    lastAt = performance.now()
    run()
  })
}

/** Runs something before the next picture is drawn; where none is drawn (a hidden tab), within a tenth of a second. */
const beforeNextPicture = (run: () => void) => {
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
