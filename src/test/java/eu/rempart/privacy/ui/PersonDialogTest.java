package eu.rempart.privacy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import eu.rempart.WithFirm;
import eu.rempart.account.Role;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ui.ContactNavigation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a person is, and what is taken along from there. */
class PersonDialogTest extends WithFirm {

  private List<String> downloads(ContactId person) {
    open(ContactNavigation.details(person), "tab=details");
    click("Find all data about this person");
    return find(Anchor.class).withClassName("privacy-copy").all().stream()
        .map(link -> link.getElement().getTextRecursively())
        .toList();
  }

  @Test
  void whatIsKeptOfAPersonIsHadOnPaperAndAsAFile() {
    assertThat(downloads(person("Lea", "Paper")))
        .containsExactly("Download their data (PDF)", "Download their data (JSON)");
  }

  @Test
  void whoMayNotExportIsOfferedNeither() {
    ContactId person = person("Lea", "Reader");
    actAs(Role.READER);
    assertThat(downloads(person)).isEmpty();
  }
}
