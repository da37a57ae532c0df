'use strict';

/** A picture as a camera gives it: 4:2:0, ITU-R BT.601, limited range. (That of a canvas is BT.709 in full range.) */
class I420 {
  constructor(width, height) {
    this.width = width;
    this.height = height;
    this.data = new Uint8Array(width * height * 3 / 2);
  }

  /** Fills a rectangle at even coordinates. */
  fill(x, y, width, height, colour) {
    const [red, green, blue] = colour.map(level => level / 255);
    const half = this.width / 2;
    const area = this.width * this.height;
    this.fillPlane(0, this.width, x, y, width, height, 16 + 65.481 * red + 128.553 * green + 24.966 * blue);
    this.fillPlane(area, half, x / 2, y / 2, width / 2, height / 2, 128 - 37.797 * red - 74.203 * green + 112 * blue);
    this.fillPlane(area * 5 / 4, half, x / 2, y / 2, width / 2, height / 2,
        128 + 112 * red - 93.786 * green - 18.214 * blue);
  }

  fillPlane(start, stride, x, y, width, height, level) {
    for (let row = y; row < y + height; row++) {
      this.data.fill(Math.round(level), start + row * stride + x, start + row * stride + x + width);
    }
  }

  frame(timestamp) {
    return new VideoFrame(this.data, {
      format: 'I420',
      codedWidth: this.width,
      codedHeight: this.height,
      timestamp,
      colorSpace: {primaries: 'smpte170m', transfer: 'smpte170m', matrix: 'smpte170m', fullRange: false},
    });
  }
}

/** What a page sends: a picture whose corners each have a colour of their own, and a tone. */
const pattern = {
  /** Returns a track of pictures with these corner colours (top left, top right, bottom left, bottom right). */
  picture(width, height, colours) {
    const track = new MediaStreamTrackGenerator({kind: 'video'});
    const writer = track.writable.getWriter();
    const image = new I420(width, height);
    let count = 0;
    const show = () => {
      image.fill(width / 4, height / 2 - 12, width / 2, 24, [128, 128, 128]);
      image.fill(width / 4 + count++ * 4 % (width / 2 - 24), height / 2 - 12, 24, 24, [240, 240, 240]);
      writer.write(image.frame(performance.now() * 1000));
    };
    image.fill(0, 0, width, height, [128, 128, 128]);
    colours.forEach((colour, corner) =>
        image.fill(corner % 2 * width * 3 / 4, Math.floor(corner / 2) * height * 3 / 4, width / 4, height / 4, colour));
    const timer = setInterval(() => track.readyState === 'ended' ? clearInterval(timer) : show(), 33);
    return track;
  },

  /** Returns a track of a sine. */
  tone(audio, hertz) {
    const oscillator = new OscillatorNode(audio, {frequency: hertz});
    const gain = new GainNode(audio, {gain: 0.25});
    const end = new MediaStreamAudioDestinationNode(audio, {channelCount: 1});
    oscillator.connect(gain).connect(end);
    oscillator.start();
    return end.stream.getAudioTracks()[0];
  },
};
