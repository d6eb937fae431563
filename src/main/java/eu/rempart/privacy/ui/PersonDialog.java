package eu.rempart.privacy.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.contact.ContactId;
import eu.rempart.history.RecordKinds;
import eu.rempart.privacy.ErasureJob;
import eu.rempart.privacy.Occurrence;
import eu.rempart.privacy.PersonReport;
import eu.rempart.privacy.PrivacyService;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.proof.ProofDialog;
import java.io.ByteArrayInputStream;
import java.util.function.Supplier;

/** Where a person is, with the ways to take their data along, and to erase them. */
final class PersonDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final transient PrivacyService service;
  private final transient RecordKinds kinds;
  private final transient ContactId contact;
  private final TracesPart traces;

  PersonDialog(PrivacyService service, RecordKinds kinds, CurrentMember member, ContactId contact) {
    this.service = service;
    this.kinds = kinds;
    this.contact = contact;
    setHeaderTitle(t("privacy.where"));
    setWidth("40rem");
    setMaxWidth("100vw");
    var body = new Div();
    body.addClassName("privacy-form");
    boolean erases = member.may(Right.PURGE_RECORDS);
    var erase = new Button(t("privacy.erase"), Glyph.TRASH.create());
    erase.setEnabled(false);
    service.report(contact).ifPresent(report -> fill(body, report));
    traces =
        new TracesPart(
            kinds,
            erases,
            () -> service.search(contact),
            () -> erase.setEnabled(traces().isWhole()));
    body.add(traces);
    if (member.may(Right.EXPORT_RECORDS, "contact")) {
      var copies = new Div(paper(), copy());
      copies.addClassName("privacy-copies");
      body.add(copies);
    }
    add(body);
    if (erases) {
      erase.addClickListener(_ -> askErase());
      erase.addThemeVariants(ButtonVariant.ERROR);
      getFooter().add(erase);
    }
    getFooter().add(new Button(t("shell.close"), _ -> close()));
  }

  private void fill(Div body, PersonReport report) {
    var places = new UnorderedList();
    report.places().forEach(place -> places.add(new ListItem(text(place))));
    if (report.drafts() > 0) {
      places.add(new ListItem(t("privacy.drafts", report.drafts())));
    }
    body.add(new H3(t("privacy.places")), places);
  }

  private TracesPart traces() {
    return traces;
  }

  private String text(Occurrence place) {
    return t("privacy.place", label(place.kind()), place.live(), place.bin(), place.history());
  }

  private String label(String kind) {
    return kinds.find(kind).map(known -> t(known.labelKey())).orElse(kind);
  }

  private Anchor copy() {
    return download(t("privacy.copy"), "json", "application/json", () -> service.copy(contact));
  }

  private Anchor paper() {
    return download(t("privacy.paper"), "pdf", "application/pdf", () -> service.paper(contact));
  }

  private Anchor download(String text, String ending, String type, Supplier<byte[]> content) {
    var link =
        new Anchor(
            DownloadHandler.fromInputStream(
                event -> {
                  byte[] bytes = content.get();
                  return new DownloadResponse(
                      new ByteArrayInputStream(bytes),
                      "person-" + contact + "." + ending,
                      type,
                      bytes.length);
                }),
            "");
    link.add(Glyph.DOWNLOAD.create(), new Span(text));
    link.getElement().setAttribute("download", true);
    link.addClassNames("privacy-copy", "button-link");
    return link;
  }

  private void askErase() {
    new EraseDialog(
            () ->
                ProofDialog.run(
                    () ->
                        ErasingDialog.of(service.start(contact, traces.chosen()), this::end)
                            .open()))
        .open();
  }

  private void end(ErasureJob job) {
    switch (job.state()) {
      case DONE -> {
        close();
        UI.getCurrent().navigate("contacts");
        job.certificate()
            .ifPresent(certificate -> new CertificateDialog(certificate, kinds).open());
      }
      case GONE -> {
        close();
        UI.getCurrent().navigate("contacts");
        Notices.info(t("privacy.erasing.gone"));
      }
      case RUNNING, FAILED -> Notices.error(t("privacy.erasing.failed"));
    }
  }
}
