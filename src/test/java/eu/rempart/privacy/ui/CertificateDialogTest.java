package eu.rempart.privacy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.WithFirm;
import eu.rempart.contact.ui.ContactNavigation;
import eu.rempart.history.RecordKinds;
import eu.rempart.privacy.Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is said to whoever erased somebody, where a restored backup would bring them back. */
class CertificateDialogTest extends WithFirm {

  @Autowired private RecordKinds kinds;

  /** The paragraphs of a certificate, and those that are read out at once. */
  private List<Paragraph> said(boolean remembered) {
    open(ContactNavigation.details(person("Lea", "Certified")), "tab=details");
    var certificate =
        new Certificate(
            UUID.randomUUID(), Instant.now(), UUID.randomUUID(), Map.of("contact", 1), remembered);
    new CertificateDialog(certificate, kinds).open();
    roundTrip();
    return find(Paragraph.class, find(CertificateDialog.class).single()).all();
  }

  private static boolean isAlert(Component paragraph) {
    return "alert".equals(paragraph.getElement().getAttribute("role"));
  }

  @Test
  void whoIsNotWrittenDownForRestoredBackupsIsWarnedOfFirst() {
    List<Paragraph> said = said(false);

    assertThat(said).filteredOn(CertificateDialogTest::isAlert).hasSize(1);
    assertThat(isAlert(said.getFirst())).as("before all else").isTrue();
    assertThat(said.getFirst().getText())
        .contains("could not write down whom it erased")
        .contains("a restored backup brings this person back");
  }

  @Test
  void whoIsWrittenDownIsNotWarnedOf() {
    assertThat(said(true)).isNotEmpty().noneMatch(CertificateDialogTest::isAlert);
  }
}
