import type { Refusals } from '../refusal.ts';

export const refusals = {
  'file.type': {
    status: 415,
    'zh-Hans': '只收 JPG、PNG、WebP 图片和 PDF；这个文件的内容不是。请换一个文件。',
    'zh-Hant': '只收 JPG、PNG、WebP 圖片和 PDF；這個檔案的內容不是。請換一個檔案。',
    en: 'Only JPG, PNG and WebP pictures and PDF are taken; the content of this file is none of them. Choose another file.',
  },
  'file.broken': {
    status: 422,
    'zh-Hans': '这个文件打不开，可能已损坏或不完整。请重新拍照或重新导出后再传。',
    'zh-Hant': '這個檔案打不開，可能已損壞或不完整。請重新拍照或重新匯出後再傳。',
    en: 'This file can not be opened; it may be damaged or incomplete. Take or export it again.',
  },
  'file.tooManyPixels': {
    status: 413,
    'zh-Hans': '图片有 {megapixels} 百万像素，上限是 {limit} 百万。请缩小后再传。',
    'zh-Hant': '圖片有 {megapixels} 百萬像素，上限是 {limit} 百萬。請縮小後再傳。',
    en: 'This picture has {megapixels} million pixels; the limit is {limit} million. Make it smaller.',
  },
  'file.empty': {
    status: 422,
    'zh-Hans': '这是一个空文件。请换一个文件。',
    'zh-Hant': '這是一個空檔案。請換一個檔案。',
    en: 'This file is empty. Choose another file.',
  },
  'file.noPreview': {
    status: 422,
    'zh-Hans': '这类文件没有预览图，请直接打开原件。',
    'zh-Hant': '這類檔案沒有預覽圖，請直接打開原件。',
    en: 'There is no preview of this kind of file. Open the file itself.',
  },
} as const satisfies Refusals;
