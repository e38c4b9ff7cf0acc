// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { toCsv } from './csv';
import { daysUntil, formatDate, formatTime, fromZone, inZone, setZone, today } from './date';
import { formatDecimal, formatMoney, parseDecimal, shifted, shortMoney } from './money';
import { formatPhone } from './phone';

describe('money', () => {
  it('stays exact beyond what a float can hold', () => {
    expect(formatMoney('12345678901234567.89')).toBe('¥12,345,678,901,234,567.89');
    expect(formatMoney('-1234.5', 'USD')).toBe('-$1,234.50');
    expect(formatDecimal('0010.500')).toBe('10.5');
    expect(formatMoney(null)).toBe('');
  });

  it('shows a fraction as percent, digit by digit', () => {
    expect(shifted('0.125', 2)).toBe('12.5');
    expect(shifted('12.5', -2)).toBe('0.125');
    expect(shifted('-1', 2)).toBe('-100');
    expect(shifted('5', -2)).toBe('0.05');
    expect(shifted('0', -2)).toBe('0');
    expect(shifted('100', -2)).toBe('1');
    expect(shifted('half', 2)).toBe('half');
  });

  it('is short in 万 and 亿 where there is little room', () => {
    expect(shortMoney('123456789.00')).toBe('¥1.23亿');
    expect(shortMoney('50000')).toBe('¥5万');
    expect(shortMoney('9999.99')).toBe('¥9,999');
  });

  it('is typed as people type it', () => {
    expect(parseDecimal('1,234.50')).toBe('1234.50');
    expect(parseDecimal('¥ 12万')).toBe('120000');
    expect(parseDecimal('1.25亿')).toBe('125000000');
    expect(parseDecimal('１２３')).toBe('123');
    expect(parseDecimal('abc')).toBeUndefined();
  });
});

describe('dates', () => {
  it('are shown in the zone of the organisation', () => {
    setZone('Asia/Shanghai');
    expect(inZone('2026-03-09T20:00:00Z').format('YYYY-MM-DD HH:mm')).toBe('2026-03-10 04:00');
    expect(formatTime('2020-03-09T20:00:00Z')).toBe('2020-03-10 04:00');
    expect(fromZone(inZone('2026-03-09T20:00:00Z'))).toBe('2026-03-10T04:00:00+08:00');
  });

  it('without a time are never shifted', () => {
    setZone('Pacific/Honolulu');
    expect(formatDate('2026-03-09')).toBe('2026-03-09');
    setZone('Asia/Shanghai');
  });

  it('count whole days', () => {
    expect(daysUntil(today().format('YYYY-MM-DD'))).toBe(0);
    expect(daysUntil(today().add(3, 'day').format('YYYY-MM-DD'))).toBe(3);
    expect(daysUntil(today().subtract(1, 'minute').format())).toBe(-1);
  });
});

describe('phones and files', () => {
  it('group mobile numbers and leave masked ones masked', () => {
    expect(formatPhone('13812345678')).toBe('138 1234 5678');
    expect(formatPhone('138****8000')).toBe('138 **** 8000');
    expect(formatPhone('021-5555')).toBe('021-5555');
  });

  it('never write a cell that a spreadsheet would run', () => {
    expect(toCsv([['=1+1', 'a,b', '说"好"']])).toBe('\uFEFF\'=1+1,"a,b","说""好"""');
  });
});
