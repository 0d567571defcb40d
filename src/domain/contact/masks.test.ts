import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskedPoint } from './masks.ts';

const shown: Readonly<Record<string, string>> = {
  '+14155550142': '+1 ••• ••• 0142',
  // Guam, Jamaica and Puerto Rico share the code of the United States.
  '+16716461234': '+1 ••• ••• 1234',
  '+18768123456': '+1 ••• ••• 3456',
  '+17872345678': '+1 ••• ••• 5678',
  '+442079460100': '+44 ••• ••• 0100',
  '+97221234567': '+972 ••• ••• 4567',
  '+35312345678': '+353 ••• ••• 5678',
  '+4930123456': '+49 ••• ••• 3456',
  // Saint Helena has numbers of five digits.
  '+29023456': '+290 ••• ••• 56',
};

for (const [number, masked] of Object.entries(shown)) {
  test(`${masked} is what is shown of a number of its country`, () => {
    assert.equal(maskedPoint('mobile', number), masked);
    assert.equal(maskedPoint('landline', number), masked);
  });
}
