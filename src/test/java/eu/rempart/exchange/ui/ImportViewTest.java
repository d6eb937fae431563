package eu.rempart.exchange.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadTester;
import eu.rempart.Patience;
import eu.rempart.WithFirm;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import eu.rempart.contact.ContactColumn;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactFilter;
import eu.rempart.contact.ContactQuery;
import eu.rempart.exchange.csv.Field;
import eu.rempart.exchange.csv.Target;
import eu.rempart.exchange.format.TextEncoding;
import eu.rempart.exchange.run.MatchPolicy;
import eu.rempart.exchange.run.result.RowResult;
import eu.rempart.exchange.workbook.Zipped;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The wizard, step by step. */
class ImportViewTest extends WithFirm {

  private void upload(String name, String content) {
    upload(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private void upload(String name, byte[] content) {
    Upload upload = find(Upload.class).single();
    new UploadTester<>(upload).upload(name, "application/octet-stream", content);
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
              assertThat(find(Paragraph.class).all())
                  .anyMatch(p -> p.getText().startsWith("New records would be: "));
            });
    assertThat(named("Importova")).isZero();

    click("Start the import");
    await().pollInSameThread().atMost(Patience.LONG).until(() -> named("Importova") == 1);
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
        .atMost(Patience.LONG)
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
  void sheetOfWorkbookIsChosen() {
    navigate(ImportView.class);
    upload(
        "people.xlsx",
        Zipped.book(
                "",
                "<sheet name=\"Staff\" sheetId=\"1\" r:id=\"rId1\"/>"
                    + "<sheet name=\"Clients\" sheetId=\"2\" r:id=\"rId2\"/>")
            .part("xl/worksheets/sheet1.xml", Zipped.sheet(cells("Email", "ida@import.example")))
            .part("xl/worksheets/sheet2.xml", Zipped.sheet(cells("Prénom", "Zoé")))
            .bytes());

    Select<Integer> sheet = select("Sheet");
    assertThat(find(Select.class).all()).noneMatch(s -> "Encoding".equals(s.getLabel()));
    assertThat(sheet.getItemLabelGenerator().apply(sheet.getValue())).isEqualTo("Staff");
    sheet.setValue(1);
    roundTrip();
    assertThat(this.<Integer>select("Sheet").getValue()).isEqualTo(1);
    click("Continue");

    assertThat(target(0).getAriaLabel()).contains("What “Prénom” becomes");
  }

  private static String cells(String... cells) {
    return Arrays.stream(cells)
        .map(cell -> "<row><c t=\"inlineStr\"><is><t>" + cell + "</t></is></c></row>")
        .collect(Collectors.joining());
  }

  @Test
  void encodingOfCardsIsChosenBesideTheirRows() {
    navigate(ImportView.class);
    upload(
        "old.vcf",
        "BEGIN:VCARD\r\nVERSION:2.1\r\nN:Iksi\u0144ski;Jan\r\nEND:VCARD\r\n"
            .getBytes(TextEncoding.WINDOWS_1250));
    awaitRow("Jan Iksi\u00f1ski");

    this.<Charset>select("Encoding").setValue(TextEncoding.WINDOWS_1250);
    roundTrip();

    awaitRow("Jan Iksi\u0144ski");
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private void awaitRow(String subject) {
    await()
        .pollInSameThread()
        .untilAsserted(
            () -> {
              roundTrip();
              List<Grid> grids = find(Grid.class, find(PreviewStep.class).single()).all();
              assertThat(grids).hasSize(1); // shown once the preview is through
              assertThat(
                      (List<RowResult>) grids.getFirst().getGenericDataView().getItems().toList())
                  .extracting(result -> ImportWords.subject(result.row()))
                  .containsExactly(subject);
            });
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

  @ParameterizedTest
  @CsvSource({
    "false, Every row has an error",
    "true, Nothing would change",
  })
  void whatWouldChangeNothingIsNotStarted(boolean known, String why) {
    String vera = "vera-" + UUID.randomUUID() + "@import.example";
    contacts.create(
        ContactData.builder()
            .firstName("Vera")
            .lastName("Vainova")
            .emails(
                List.of(
                    EmailEntry.of(EmailAddress.parse(vera).orElseThrow(), EmailKind.WORK, true)))
            .build());
    navigate(ImportView.class);
    upload("vain.csv", "First name,Last name,Email\n,," + (known ? vera : "no address") + "\n");
    click("Continue");
    click("Continue");
    choosePolicy(MatchPolicy.SKIP);
    await()
        .pollInSameThread()
        .untilAsserted(
            () -> {
              roundTrip();
              assertThat(find(Paragraph.class).withClassName("import-vain").all())
                  .anyMatch(reason -> reason.getText().startsWith(why));
            });
    assertThat(button("Start the import").isEnabled()).isFalse();

    click("Back");

    assertThat(button("Continue").isEnabled()).isTrue();
    assertThat(find(Paragraph.class).withClassName("import-vain").exists()).isFalse();
  }

  @SuppressWarnings("unchecked")
  private void choosePolicy(MatchPolicy policy) {
    ((RadioButtonGroup<MatchPolicy>)
            find(RadioButtonGroup.class, find(PreviewStep.class).single()).single())
        .setValue(policy);
    roundTrip();
  }

  @SuppressWarnings("unchecked")
  private ComboBox<Target> target(int column) {
    return (ComboBox<Target>)
        test(grid()).getCellComponent(column, "target").getChildren().findFirst().orElseThrow();
  }
}
