package eu.rempart.document.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people look for a file as. */
class FileCategoryTest {

  @ParameterizedTest
  @CsvSource({
    "image/png, PICTURE",
    "application/pdf, PDF",
    "text/csv, TABLE",
    "application/vnd.ms-excel, TABLE",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, TABLE",
    "application/vnd.oasis.opendocument.spreadsheet, TABLE",
    "text/plain, TEXT",
    "application/rtf, TEXT",
    "application/msword, TEXT",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document, TEXT",
    "application/vnd.oasis.opendocument.text, TEXT",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation, SLIDES",
    "application/vnd.oasis.opendocument.presentation, SLIDES",
    "message/rfc822, MAIL",
    "audio/mpeg, SOUND",
    "video/mp4, FILM",
    "application/zip, PACKED",
    "APPLICATION/PDF, PDF",
    "application/octet-stream, OTHER",
    "'', OTHER"
  })
  void aTypeIsOneOfThem(String mediaType, FileCategory category) {
    assertThat(FileCategory.of(mediaType)).isEqualTo(category);
  }
}
