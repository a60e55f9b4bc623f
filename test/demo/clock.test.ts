import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createClock} from '../../demo/sandbox/clock.js';

function clockAt(start: number) {
  let real = start;
  const clock = createClock(() => real);
  return {clock, pass: (ms: number) => { real += ms; }, read: () => clock.now().getTime()};
}

describe('the sandbox\'s clock', () => {
  it('runs with real time', () => {
    const {pass, read} = clockAt(1000);
    pass(5);
    assert.equal(read(), 1005);
  });

  it('stands still when stopped, and runs on from there', () => {
    const {clock, pass, read} = clockAt(1000);
    clock.stop();
    pass(50);
    assert.equal(read(), 1000);
    assert.ok(clock.isStopped());
    clock.resume();
    pass(5);
    assert.equal(read(), 1005);
  });

  it('does not jump when it is resumed without having been stopped', () => {
    const {clock, pass, read} = clockAt(1000);
    clock.advance(100);
    clock.resume();
    pass(5);
    assert.equal(read(), 1105);
  });

  it('is set and advanced, stopped or running', () => {
    const {clock, pass, read} = clockAt(1000);
    clock.set(new Date(5000));
    clock.advance(100);
    pass(5);
    assert.equal(read(), 5105);
    clock.stop();
    clock.advance(-105);
    pass(7);
    assert.equal(read(), 5000);
    clock.resume();
    pass(1);
    assert.equal(read(), 5001);
  });

  it('goes back to real time', () => {
    const {clock, pass, read} = clockAt(1000);
    clock.set(new Date(5000));
    clock.stop();
    pass(10);
    clock.reset();
    pass(1);
    assert.equal(read(), 1011);
  });
});

describe('the sandbox\'s clock at another speed', () => {
  it('passes a minute in a second, and does not jump when the speed changes', () => {
    const {clock, pass, read} = clockAt(1000);
    pass(5);
    clock.setSpeed(60);
    assert.equal(read(), 1005);
    pass(1000);
    assert.equal(read(), 61_005);
    clock.setSpeed(1);
    assert.equal(read(), 61_005);
    pass(7);
    assert.equal(read(), 61_012);
  });

  it('keeps its speed while it stands, is moved, and runs on', () => {
    const {clock, pass, read} = clockAt(0);
    clock.setSpeed(10);
    clock.stop();
    pass(5);
    clock.advance(100);
    clock.resume();
    pass(5);
    assert.equal(read(), 150);
    assert.equal(clock.speed(), 10);
  });

  it('is real time again after a reset', () => {
    const {clock, pass, read} = clockAt(1000);
    clock.setSpeed(1000);
    pass(5);
    clock.reset();
    pass(1);
    assert.deepEqual([read(), clock.speed()], [1006, 1]);
  });
});
