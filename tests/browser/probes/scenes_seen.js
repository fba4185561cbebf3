/** The keys of the scenes that are shown within 120 looks, one every 10 ms. */
() =>
  new Promise((done) => {
    const seen = new Set();
    let looks = 0;
    const look = () => {
      seen.add(document.body.dataset.scene);
      if (++looks <= 120) return;
      clearInterval(each);
      done([...seen]);
    };
    const each = setInterval(look, 10);
  })
