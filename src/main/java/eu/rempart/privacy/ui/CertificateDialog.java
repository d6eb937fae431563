package eu.rempart.privacy.ui;

import static eu.rempart.shell.text.Texts.t;
import static java.util.stream.Collectors.joining;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import eu.rempart.history.RecordKinds;
import eu.rempart.privacy.Certificate;
import eu.rempart.shell.text.Formats;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says that a person was erased, in words without personal data, to be kept. */
final class CertificateDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  /** Rows that went, former versions, texts that lost some, and what stays and why. */
  private static final List<String> OF = List.of("", ".versions", ".edited", ".frozen", ".left");

  CertificateDialog(Certificate certificate, RecordKinds kinds) {
    setHeaderTitle(t("privacy.certificate.title"));
    setWidth("36rem");
    setMaxWidth("100vw");
    List<String> lines = new ArrayList<>();
    for (String of : OF) {
      certificate.rows().entrySet().stream()
          .filter(kind -> of.equals(suffix(kind.getKey())) && kind.getValue() > 0)
          .sorted(Map.Entry.comparingByKey())
          .map(kind -> t(key(of), label(kind.getKey(), kinds), kind.getValue()))
          .forEach(lines::add);
    }
    String text =
        t(
            "privacy.certificate.text",
            certificate.record().toString(),
            Formats.dateTime(certificate.at()) + " (" + Formats.zone().getId() + ")",
            sum(certificate, ""),
            sum(certificate, ".versions"));
    var list = new UnorderedList();
    lines.forEach(line -> list.add(new ListItem(line)));
    String whole = text + "\n\n" + lines.stream().map(line -> "- " + line).collect(joining("\n"));
    var body = new Div(new Paragraph(text), list, download(whole, certificate));
    body.addClassName("privacy-form");
    if (!certificate.remembered()) {
      var warning = new Paragraph(t("privacy.certificate.unremembered"));
      warning.getElement().setAttribute("role", "alert");
      body.addComponentAsFirst(warning);
    }
    add(body);
    getFooter().add(new Button(t("shell.close"), _ -> close()));
  }

  private static int sum(Certificate certificate, String of) {
    return certificate.rows().entrySet().stream()
        .filter(kind -> of.equals(suffix(kind.getKey())))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** What a number counts: nothing for rows, else the point and what stands behind it. */
  private static String suffix(String key) {
    int point = key.indexOf('.');
    return point < 0 ? "" : key.substring(point);
  }

  private static String key(String of) {
    return "privacy.certificate.of." + (of.isEmpty() ? "rows" : of.substring(1));
  }

  private static String label(String key, RecordKinds kinds) {
    String kind = key.substring(0, key.length() - suffix(key).length());
    return kinds.find(kind).map(known -> t(known.labelKey())).orElse(kind);
  }

  private static Anchor download(String text, Certificate certificate) {
    byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
    var link =
        new Anchor(
            DownloadHandler.fromInputStream(
                event ->
                    new DownloadResponse(
                        new ByteArrayInputStream(bytes),
                        "erasure-" + certificate.record() + ".txt",
                        "text/plain; charset=utf-8",
                        bytes.length)),
            t("privacy.certificate.download"));
    link.getElement().setAttribute("download", true);
    return link;
  }
}
