package eu.rempart.exchange.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadTester;
import eu.rempart.WithFirm;
import eu.rempart.contact.ContactColumn;
import eu.rempart.contact.ContactFilter;
import eu.rempart.contact.ContactQuery;
import eu.rempart.exchange.csv.Field;
import eu.rempart.exchange.csv.Target;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The wizard, step by step. */
class ImportViewTest extends WithFirm {

  private void upload(String name, String content) {
    Upload upload = find(Upload.class).single();
    new UploadTester<>(upload).upload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8));
    roundTrip();
  }

  private int named(String text) {
    return contacts
        .page(
            new ContactQuery(
                text, ContactFilter.NONE, ContactColumn.NAME, false, ContactColumn.DEFAULT),
            0,
            10)
        .total();
  }

  private Button button(String text) {
    return find(Button.class).withText(text).single();
  }

  @Test
  void aTableIsMappedPreviewedImportedAndTakenBack() {
    navigate(ImportView.class);
    upload("people.csv", "Prénom;Nom;Courriel\nIda;Importova;ida@import.example\n");
    click("Continue");

    ComboBox<Target> target = target(2);
    assertThat(target.getAriaLabel()).contains("What “Courriel” becomes");
    assertThat(target.getValue()).isEqualTo(Target.of(Field.EMAIL));

    click("Continue");
    await()
        .pollInSameThread()
        .untilAsserted(
            () -> {
              roundTrip();
              assertThat(find(Paragraph.class).all())
                  .anyMatch(p -> p.getText().startsWith("1 row. Nothing has been changed"));
            });
    assertThat(named("Importova")).isZero();

    click("Start the import");
    await().pollInSameThread().atMost(Duration.ofSeconds(30)).until(() -> named("Importova") == 1);
    await()
        .pollInSameThread()
        .untilAsserted(
            () -> {
              navigate(ImportView.class);
              assertThat(says("Ada Admin")).isTrue();
              assertThat(offers("Undo this import")).isTrue();
            });

    List<Button> before = undoing();
    test(before.getFirst()).click(); // the newest: other tests may have left theirs
    confirm();
    await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              roundTrip();
              assertThat(named("Importova")).isZero();
              assertThat(says("Undone")).isTrue();
            });
    assertThat(undoing()).hasSize(before.size() - 1);
  }

  private List<Button> undoing() {
    return find(Button.class).withText("Undo this import").all();
  }

  @Test
  void aFileThatIsNoTableIsRefusedWithTheReason() {
    navigate(ImportView.class);
    upload("nothing.csv", "");

    assertThat(find(Paragraph.class).withClassName("import-problem").single().getText())
        .isNotEmpty();
    assertThat(find(Button.class).withText("Continue").exists()).isFalse();
  }

  @Test
  void withoutAnyColumnNothingIsImported() {
    navigate(ImportView.class);
    upload("names.csv", "Email\nsomebody@import.example\n");
    click("Continue");
    ComboBox<Target> target = target(0);
    target.setValue(Target.of(Field.IGNORE));

    assertThat(button("Continue").isEnabled()).isFalse();
    target.setValue(Target.of(Field.EMAIL));
    assertThat(button("Continue").isEnabled()).isTrue();
  }

  @SuppressWarnings("unchecked")
  private ComboBox<Target> target(int column) {
    return (ComboBox<Target>) test(grid()).getCellComponent(column, "target");
  }
}
