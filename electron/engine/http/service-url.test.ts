import { describe, expect, it } from 'vitest';
import { serviceUrl } from './service-url.ts';

describe('a service’s base address', () => {
  it.each([
    ['https://api.example.com', 'https://api.example.com'],
    [' https://api.example.com/v1/ ', 'https://api.example.com/v1'],
    ['http://127.0.0.1:4010/shops/nord', 'http://127.0.0.1:4010/shops/nord'],
    ['http://localhost:80', 'http://localhost'],
    ['http://[::1]:9000/', 'http://[::1]:9000'],
  ])('reads %s', (text, base) => {
    expect(serviceUrl(text, 'endpoint')).toBe(base);
  });

  it.each([
    'http://api.example.com',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'file:///etc',
    '//x',
    'https://a:b@x.com',
    'https://x.com?a=1',
  ])('refuses %s and names the field', (text) => {
    expect(() => serviceUrl(text, 'platform-endpoint')).toThrow(
      expect.objectContaining({ code: 'bad_input', meta: { field: 'platform-endpoint' } }),
    );
  });
});
