package eu.rempart;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One field for one thing: what is typed is read alike everywhere (record 0217). */
class FieldArchitectureTest {

  private static final Set<String> ONE_OF_EACH =
      Set.of(
          "eu.rempart.shell.field.DateField",
          "eu.rempart.shell.field.TimeField",
          "eu.rempart.shell.field.ChoiceField",
          "eu.rempart.shell.field.ChoicesField");

  private static final Set<String> FLOWS =
      Set.of(
          DatePicker.class.getName(),
          TimePicker.class.getName(),
          DateTimePicker.class.getName(),
          ComboBox.class.getName(),
          MultiSelectComboBox.class.getName());

  @Test
  void pickersAreMadeByTheFieldsOfTheShellAlone() {
    noClasses()
        .that(
            DescribedPredicate.describe(
                "are none of the fields", each -> !ONE_OF_EACH.contains(each.getName())))
        .should()
        .callConstructorWhere(
            target(
                owner(
                    DescribedPredicate.<JavaClass>describe(
                        "is a picker of Flow's", each -> FLOWS.contains(each.getName())))))
        .check(House.CLASSES);
  }
}
