'use strict';

/** Reads the corner colours and the rhythm of received pictures. */
class Picture {
  constructor(track) {
    this.frames = 0;
    this.last = 0;
    this.longest = 0;
    this.video = document.createElement('video');
    this.video.muted = true;
    this.video.autoplay = true;
    this.video.srcObject = new MediaStream([track]);
    document.body.append(this.video);
    const shown = () => {
      const now = performance.now();
      if (this.frames++ > 0) {
        this.longest = Math.max(this.longest, now - this.last);
      }
      this.last = now;
      this.video.requestVideoFrameCallback(shown);
    };
    this.video.requestVideoFrameCallback(shown);
  }

  /** Counts pictures, and the longest time between two, from now on. */
  restart() {
    this.frames = 0;
    this.longest = 0;
  }

  read() {
    const {videoWidth: width, videoHeight: height} = this.video;
    const gap = this.frames > 0 ? Math.max(this.longest, performance.now() - this.last) : 0;
    return {width, height, frames: this.frames, longestGap: gap, corners: width === 0 ? [] : this.corners(width, height)};
  }

  corners(width, height) {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', {alpha: false, willReadFrequently: true});
    context.drawImage(this.video, 0, 0);
    return [[1, 1], [7, 1], [1, 7], [7, 7]].map(([x, y]) => {
      const {data} = context.getImageData(width * x / 8 - 4, height * y / 8 - 4, 8, 8);
      const sums = [0, 0, 0];
      for (let i = 0; i < data.length; i += 4) {
        sums.forEach((_, c) => sums[c] += data[i + c]);
      }
      return sums.map(sum => Math.round(sum * 4 / data.length));
    });
  }

  close() {
    this.video.srcObject = null;
    this.video.remove();
  }
}

/** Finds the tone in received sound. */
class Tone {
  constructor(audio, track) {
    this.audio = audio;
    this.element = new Audio(); // Chromium gives the sound of a peer to WebAudio only while an element plays it
    this.element.autoplay = true;
    this.element.srcObject = new MediaStream([track]);
    this.source = new MediaStreamAudioSourceNode(audio, {mediaStream: this.element.srcObject});
    this.analyser = new AnalyserNode(audio, {fftSize: 8192, smoothingTimeConstant: 0});
    this.source.connect(this.analyser);
  }

  /** Returns the strongest frequency, its level, and how far it stands out from the median of all others. */
  read() {
    const bins = new Float32Array(this.analyser.frequencyBinCount);
    this.analyser.getFloatFrequencyData(bins);
    const strongest = bins.indexOf(bins.reduce((a, b) => Math.max(a, b)));
    const level = Math.max(bins[strongest], -200);
    const median = Math.max(bins.sort()[bins.length / 2], -200);
    return {hertz: strongest * this.audio.sampleRate / 8192, level, above: level - median};
  }

  close() {
    this.source.disconnect();
    this.element.srcObject = null;
  }
}
