package eu.rempart.savedview.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import eu.rempart.WithFirm;
import eu.rempart.company.CompanyData;
import eu.rempart.savedview.SavedView;
import eu.rempart.savedview.SavedViewService;
import eu.rempart.savedview.ViewContent;
import eu.rempart.search.rule.Operator;
import eu.rempart.search.rule.Rule;
import eu.rempart.shell.field.number.DecimalField;
import eu.rempart.shell.view.ListField;
import eu.rempart.shell.view.RuleDialog;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Conditions with days and numbers that nothing can be compared with. */
class RuleRangesTest extends WithFirm {

  @Autowired private SavedViewService views;

  @SuppressWarnings("unchecked")
  private <T> Select<T> chooser(String label) {
    return find(Select.class).withAriaLabel(label).all().getLast();
  }

  private void condition(Operator operator) {
    open("companies", "");
    click("Advanced filter");
    Select<ListField> fields = chooser("Field");
    fields.setValue(
        fields
            .getListDataView()
            .getItems()
            .filter(each -> each.name().equals("created"))
            .findFirst()
            .orElseThrow());
    this.<Operator>chooser("Comparison").setValue(operator);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+999999999-12-31", "-0005-01-01"})
  void aDayOfAnotherAgeIsNoConditionAndSaysSo(String day) {
    condition(Operator.FROM);
    DatePicker picker = find(DatePicker.class).withAriaLabel("Value").single();
    picker.setValue(LocalDate.parse(day));
    click("Apply");

    assertThat(picker.isInvalid()).isTrue();
    assertThat(picker.getErrorMessage()).isEqualTo("Choose a day of the years 1 to 9999.");
    picker.setValue(LocalDate.of(2020, 1, 1));
    click("Apply");
    assertThat(find(RuleDialog.class).exists()).isFalse();
    assertThat(offers("Advanced filter (1)")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e30", "36501", "-1"})
  void aNumberOfDaysThatNobodyCountsIsNoConditionAndSaysSo(String days) {
    condition(Operator.LAST_DAYS);
    DecimalField number = find(DecimalField.class).withAriaLabel("Value").single();
    number.setValue(new BigDecimal(days));
    click("Apply");

    assertThat(number.isInvalid()).isTrue();
    assertThat(number.getErrorMessage()).isEqualTo("A number of days from 0 to 36,500.");
    assertThat(find(RuleDialog.class).exists()).isTrue();
  }

  @Test
  void aViewThatHasSuchIsOpenedAllTheSame() {
    companies.create(CompanyData.builder().name("Of no other age").build());
    Rule hostile =
        new Rule.All(
            List.of(
                new Rule.Test("created", Operator.FROM, List.of("+999999999-12-31")),
                new Rule.Test("created", Operator.TO, List.of("-999999999-01-01")),
                new Rule.Test("created", Operator.LAST_DAYS, List.of("1e400000000")),
                new Rule.Test("created", Operator.NEXT_DAYS, List.of("99999999999999999999"))));
    SavedView view =
        views.create(
            "company",
            "Hostile",
            false,
            new ViewContent("", Map.of(), hostile, List.of(), null, false, null));

    open("companies", "view=" + view.id());
    assertThat(test(grid()).size()).isPositive();
    click("Advanced filter (4)");
    assertThat(find(DecimalField.class).withAriaLabel("Value").all())
        .hasSize(2)
        .allMatch(DecimalField::isEmpty);
    assertThat(find(DatePicker.class).withAriaLabel("Value").all())
        .filteredOn(DatePicker::isVisible)
        .allMatch(DatePicker::isEmpty);
  }
}
