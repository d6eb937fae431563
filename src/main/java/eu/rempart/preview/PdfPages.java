package eu.rempart.preview;

import eu.rempart.common.Picture;
import eu.rempart.picture.Pictures;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Draws one page of a PDF file; what would run in it is not even read. */
final class PdfPages {

  private static final int SIDE = 1_600;
  private static final float MOST = 3;

  private PdfPages() {}

  static void write(byte[] file, int page, DataOutputStream out) throws IOException {
    try (PDDocument document =
        Loader.loadPDF(file, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
      int pages = document.getNumberOfPages();
      int shown = Math.clamp(page, 0, pages - 1);
      PDRectangle box = document.getPage(shown).getCropBox();
      float longer = Math.max(box.getWidth(), box.getHeight());
      PDFRenderer renderer = new PDFRenderer(document);
      renderer.setSubsamplingAllowed(true);
      Picture picture =
          Pictures.jpeg(renderer.renderImage(shown, Math.min(MOST, SIDE / longer), ImageType.RGB));
      out.writeByte(PreviewMain.PAGE);
      out.writeInt(shown);
      out.writeInt(pages);
      out.writeInt(picture.size());
      out.write(picture.jpeg());
    }
  }
}
