package eu.rempart.document.ui;

import static eu.rempart.shell.text.Texts.t;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextArea;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentData;
import eu.rempart.document.WithFiles;
import eu.rempart.shell.part.DraftNotice;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is said of a document outlives the page; what brings one in offers a phone's camera. */
class DocumentDraftTest extends WithFiles {

  /** As a tab that is closed, and a new one. */
  private void aNewPage() {
    cleanVaadinEnvironment();
    initVaadinEnvironment();
  }

  private void show(String path) {
    UI.getCurrent().navigate("bin");
    UI.getCurrent().navigate(path);
    roundTrip();
  }

  @Test
  void aPhoneIsOfferedItsCameraWhereFilesAreBrought() {
    Document kept = document("photographed.txt", bytes("a"));
    for (String page : List.of("documents", DocumentNavigation.details(kept.id()))) {
      show(page);
      assertThat(find(UploadArea.class).single().getElement().getPropertyRaw("words").toString())
          .as(page)
          .contains("\"camera\":\"Take a photo\"");
    }
    UI.getCurrent().setLocale(Locale.FRENCH);
    show("documents");
    assertThat(find(UploadArea.class).single().getElement().getPropertyRaw("words").toString())
        .contains("\"camera\":\"Prendre une photo\"");
  }

  @Test
  void itsDaysAreChosenInThePersonsLanguage() {
    Document kept = document("dated.txt", bytes("a"));
    UI.getCurrent().setLocale(Locale.FRENCH);
    show(DocumentNavigation.details(kept.id()));
    click(t("document.edit"));
    assertThat(find(DatePicker.class).all())
        .hasSize(2)
        .allMatch(picker -> picker.getLocale().getLanguage().equals("fr"))
        .allMatch(picker -> picker.getI18n().getToday().equals(t("shell.field.today")));
  }

  @Test
  void whatWasTypedOfADocumentIsThereAgainUntilItIsGivenUp() {
    Document kept = document("typed.txt", bytes("a"));
    show(DocumentNavigation.details(kept.id()));
    assertThat(find(DraftNotice.class).exists()).isFalse();
    click("Edit");
    find(TextArea.class).withLabel("Description").single().setValue("Half a sentence");
    aNewPage();
    show(DocumentNavigation.details(kept.id()));
    assertThat(find(DraftNotice.class).single().getElement().getOuterHTML())
        .contains("You changed this document and did not save it.");

    documents.save(
        kept.id(),
        kept.version(),
        kept.data(),
        DocumentData.named("Renamed by another", null, kept.data().owner()));
    click("Edit");
    assertThat(find(TextArea.class).withLabel("Description").single().getValue())
        .isEqualTo("Half a sentence");
    click("Save document");
    click("Save document"); // the first says that somebody saved in between
    var now = documents.find(kept.id()).orElseThrow().data();
    assertThat(now.description()).isEqualTo("Half a sentence");
    assertThat(now.name()).isEqualTo("Renamed by another");
    show(DocumentNavigation.details(kept.id()));
    assertThat(find(DraftNotice.class).exists()).isFalse();
  }
}
