package eu.rempart.privacy.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import eu.rempart.privacy.Certificate;
import eu.rempart.shell.text.Formats;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** Says that a person was erased, in words without personal data, to be kept. */
final class CertificateDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  CertificateDialog(Certificate certificate) {
    setHeaderTitle(t("privacy.certificate.title"));
    int rows =
        certificate.rows().entrySet().stream()
            .filter(kind -> !kind.getKey().endsWith(".versions"))
            .mapToInt(java.util.Map.Entry::getValue)
            .sum();
    int versions =
        certificate.rows().entrySet().stream()
            .filter(kind -> kind.getKey().endsWith(".versions"))
            .mapToInt(java.util.Map.Entry::getValue)
            .sum();
    String text =
        t(
            "privacy.certificate.text",
            certificate.record().toString(),
            Formats.dateTime(certificate.at()) + " (" + Formats.zone().getId() + ")",
            rows,
            versions);
    var body = new Div(new Paragraph(text), download(text, certificate));
    body.addClassName("privacy-form");
    add(body);
    getFooter().add(new Button(t("shell.close"), _ -> close()));
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
