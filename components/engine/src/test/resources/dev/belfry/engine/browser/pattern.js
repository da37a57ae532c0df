'use strict';

/** What a page sends: a picture whose corners each have a colour of their own, and a tone. */
const pattern = {
  /** Returns a track of pictures with these corner colours (top left, top right, bottom left, bottom right). */
  picture(width, height, colours) {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d', {alpha: false});
    let count = 0;
    const paint = () => {
      context.fillStyle = '#808080';
      context.fillRect(0, 0, width, height);
      colours.forEach(([red, green, blue], corner) => {
        context.fillStyle = `rgb(${red},${green},${blue})`;
        context.fillRect(corner % 2 * width * 3 / 4, Math.floor(corner / 2) * height * 3 / 4, width / 4, height / 4);
      });
      context.fillStyle = '#f0f0f0';
      context.fillRect(width / 4 + count++ * 4 % (width / 2 - 24), height / 2 - 12, 24, 24);
    };
    paint();
    const track = canvas.captureStream(30).getVideoTracks()[0];
    const timer = setInterval(() => track.readyState === 'ended' ? clearInterval(timer) : paint(), 33);
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
