package eu.rempart.preview;

import java.io.IOException;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;

/** The text of a file of any known type. */
final class Contents {

  private Contents() {}

  /**
   * Hands on the text of a file from its beginning, until it is enough.
   *
   * @throws IOException if it is not what its type says
   */
  static void read(String mediaType, byte[] file, Taker taker) throws IOException {
    switch (mediaType) {
      case MediaTypes.PDF -> pdf(file, taker);
      case MediaTypes.XLS -> OldOffice.readSheets(file, taker);
      case MediaTypes.DOC -> OldOffice.readLetter(file, taker);
      case MediaTypes.PPT -> OldOffice.readSlides(file, taker);
      case MediaTypes.HTML -> taker.take(Jsoup.parse(plain(file)).text());
      default -> {
        if (MediaTypes.isText(mediaType)) {
          taker.take(plain(file));
        } else {
          OfficeTexts.read(file, taker);
        }
      }
    }
  }

  private static String plain(byte[] file) {
    return PlainFiles.decoded(Arrays.copyOf(file, Math.min(file.length, PlainFiles.READ)));
  }

  private static void pdf(byte[] file, Taker taker) throws IOException {
    try (PDDocument document =
        Loader.loadPDF(file, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
      PDFTextStripper stripper = new PDFTextStripper();
      int pages = document.getNumberOfPages();
      boolean more = true;
      for (int page = 1; page <= pages && more; page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        more = taker.take(stripper.getText(document)) && taker.take("\n");
      }
    }
  }
}
