package eu.rempart.exchange.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadTester;
import eu.rempart.account.Role;
import eu.rempart.account.right.FieldRule;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.Labels;
import eu.rempart.customfield.CustomFieldData;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.exchange.csv.Field;
import eu.rempart.exchange.csv.Target;
import eu.rempart.team.WithNarrowedMembers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may not change a custom field is not offered to fill it from a file. */
class NarrowedImportTest extends WithNarrowedMembers {

  @Autowired private CustomFieldService fields;

  private UUID field(String label) {
    return fields.create(
        CustomKind.TEXT,
        new CustomFieldData(
            Labels.of(label), Set.of("contact", "company"), Set.of(), false, List.of()));
  }

  private ComboBox<Target> mapped(String header) {
    open("import", "");
    new UploadTester<>(find(Upload.class).single())
        .upload(
            "people.csv",
            "text/csv",
            "Last name,%s\nImportova,x\n".formatted(header).getBytes(StandardCharsets.UTF_8));
    roundTrip();
    click("Continue");
    @SuppressWarnings("unchecked")
    ComboBox<Target> target =
        (ComboBox<Target>)
            test(grid()).getCellComponent(1, "target").getChildren().findFirst().orElseThrow();
    return target;
  }

  private static List<Field> offered(ComboBox<Target> box, UUID field) {
    return box.getListDataView()
        .getItems()
        .filter(target -> target.custom() != null && target.custom().id().equals(field))
        .map(Target::field)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"READ_ONLY,true", "HIDDEN,true", "READ_ONLY,false", "HIDDEN,false"})
  void neitherOneThatIsFixedNorAllWhereAllAre(FieldRule rule, boolean alone) {
    UUID secret = field("Secret " + rule + alone);
    String column = alone ? CustomField.column(secret) : "custom";
    act(narrowed(Role.MANAGER, without("contact", Map.of(column, rule))));
    ComboBox<Target> target = mapped("Secret " + rule + alone);
    assertThat(offered(target, secret)).containsExactly(Field.COMPANY_CUSTOM);
    assertThat(target.getValue().field()).isNotEqualTo(Field.CUSTOM);
    admin();
    fields.archive(secret);
  }

  @Test
  void whoMayChangeItIsOfferedBoth() {
    UUID open = field("Open to all");
    ComboBox<Target> target = mapped("Open to all");
    assertThat(offered(target, open)).contains(Field.CUSTOM, Field.COMPANY_CUSTOM);
    assertThat(target.getValue().field()).isEqualTo(Field.CUSTOM);
    fields.archive(open);
  }
}
