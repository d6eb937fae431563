package eu.rempart.document.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import eu.rempart.common.Picture;
import eu.rempart.document.file.StoredFile;
import eu.rempart.preview.Preview;
import eu.rempart.preview.Previewer;
import eu.rempart.shell.part.Glyph;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is seen of a file: a page, a text, a table, or why there is nothing to see. */
@StyleSheet("styles/documents.css") // the way to the file itself
@StyleSheet("styles/preview.css")
final class PreviewParts extends Composite<Div> {

  private static final long serialVersionUID = 1L;
  private static final Pattern NUMBER =
      Pattern.compile("[-+−]?\\d[\\d.,'’\u00a0\u202f ]{0,30}\\s?[%€$£]?");

  PreviewParts(StoredFile file, Preview preview, IntConsumer turn) {
    switch (preview) {
      case Preview.Page page -> page(file, page, turn);
      case Preview.Text text -> {
        boolean letter = Previewer.isLetter(file.mediaType());
        var shown = new Pre(letter ? paragraphs(text) : text.text());
        Div place = scrolling(shown, "preview-text", file);
        place.setClassName("preview-letter", letter);
        getContent().add(place);
        cut(text.cut());
      }
      case Preview.Sheet sheet -> {
        getContent().add(scrolling(table(sheet.rows()), "preview-sheet", file));
        cut(sheet.cut());
      }
      case Preview.None none -> getContent().add(none(none.reason()));
    }
  }

  private void page(StoredFile file, Preview.Page page, IntConsumer turn) {
    var image =
        new Image(
            jpeg(page.picture()),
            page.pages() == 1
                ? t("document.preview.picture", file.name().value())
                : t("document.preview.page", page.page() + 1, page.pages()));
    image.addClassName("preview-page");
    getContent().add(image);
    if (page.pages() > 1) {
      var before = new Button(t("document.preview.before"), _ -> turn.accept(page.page() - 1));
      before.setEnabled(page.page() > 0);
      var after = new Button(t("document.preview.after"), _ -> turn.accept(page.page() + 1));
      after.setEnabled(page.page() < page.pages() - 1);
      var where = new Span(t("document.preview.page", page.page() + 1, page.pages()));
      where.getElement().setAttribute("role", "status");
      var pages = new Div(before, where, after);
      pages.addClassName("preview-pages");
      getContent().add(pages);
    }
  }

  /** A picture of our own making: the browser fetches it once, and no cache keeps it. */
  private static DownloadHandler jpeg(Picture picture) {
    return DownloadHandler.fromInputStream(
            event -> {
              event.getResponse().setHeader("Cache-Control", "no-store, private");
              return new DownloadResponse(
                  new ByteArrayInputStream(picture.jpeg()),
                  "page.jpg",
                  "image/jpeg",
                  picture.size());
            })
        .inline();
  }

  /** Reached by keyboard, since it scrolls. */
  private static Div scrolling(Component content, String className, StoredFile file) {
    var place = new Div(content);
    place.addClassName(className);
    place.getElement().setAttribute("tabindex", "0");
    place.getElement().setAttribute("role", "region");
    place.getElement().setAttribute("aria-label", t("document.preview.of", file.name().value()));
    return place;
  }

  /** Paragraphs of letters and slides come as lines: a gap tells them apart. */
  private static String paragraphs(Preview.Text text) {
    return text.text()
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  private static NativeTableCell cell(String text) {
    var cell = new NativeTableCell(text);
    cell.setClassName("preview-number", NUMBER.matcher(text).matches());
    return cell;
  }

  private static NativeTable table(List<List<String>> rows) {
    var body = new NativeTableBody();
    for (List<String> cells : rows) {
      var row = new NativeTableRow();
      cells.forEach(text -> row.add(cell(text)));
      body.add(row);
    }
    var table = new NativeTable();
    table.add(body);
    return table;
  }

  private void cut(boolean cut) {
    if (cut) {
      var note = new Paragraph(t("document.preview.cut"));
      note.addClassName("preview-cut");
      getContent().add(note);
    }
  }

  private static Div none(Preview.Reason reason) {
    var none =
        new Div(
            Glyph.FILE.create(),
            new Paragraph(
                switch (reason) {
                  case KIND -> t("document.preview.none.kind");
                  case TOO_LARGE -> t("document.preview.none.large");
                  case DAMAGED -> t("document.preview.none.damaged");
                  case TOO_MUCH -> t("document.preview.none.much");
                }));
    none.addClassName("preview-none");
    return none;
  }
}
