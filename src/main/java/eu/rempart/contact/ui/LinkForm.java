package eu.rempart.contact.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.contact.ContactCompanyRole;
import eu.rempart.contact.ContactRules;
import eu.rempart.contact.LinkData;
import eu.rempart.shell.field.ChoiceField;
import org.jspecify.annotations.Nullable;

/** A contact's place in a company: the other end, job title, role, since or until now. */
final class LinkForm extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  private final TextField jobTitle = jobTitleField();
  private final Select<ContactCompanyRole> role = new Select<>();
  private final Checkbox current = new Checkbox(t("contact_company.field.current"));
  private final Checkbox main = new Checkbox(t("contact_company.field.main"));
  private final @Nullable ChoiceField<?> otherEnd;

  /**
   * A form with what is known.
   *
   * @param otherEnd where the other end is chosen; null where it is fixed
   */
  LinkForm(@Nullable ChoiceField<?> otherEnd, LinkData data) {
    this.otherEnd = otherEnd;
    role.setLabel(t("contact_company.field.role"));
    role.setItems(ContactCompanyRole.values());
    role.setEmptySelectionAllowed(true);
    role.setItemLabelGenerator(item -> item == null ? "" : ContactTexts.role(item));
    jobTitle.setValue(data.jobTitle() == null ? "" : data.jobTitle());
    role.setValue(data.role());
    current.setValue(data.current());
    main.setValue(data.main());
    getContent().addClassNames("record-form", "link-form");
    if (otherEnd != null) {
      getContent().add(otherEnd);
    }
    getContent().add(jobTitle, role, current, main);
  }

  /** An empty field for a job title. */
  static TextField jobTitleField() {
    var field = new TextField(t("contact_company.field.job_title"));
    field.setMaxLength(ContactRules.MAX_TEXT);
    return field;
  }

  void onChange(Runnable changed) {
    if (otherEnd != null) {
      otherEnd.addValueChangeListener(_ -> changed.run());
    }
    jobTitle.addValueChangeListener(_ -> changed.run());
    role.addValueChangeListener(_ -> changed.run());
    current.addValueChangeListener(_ -> changed.run());
    main.addValueChangeListener(_ -> changed.run());
  }

  LinkData data() {
    return new LinkData(jobTitle.getValue(), role.getValue(), current.getValue(), main.getValue());
  }

  /** Says at the box what is wrong with it; false, for the caller to answer. */
  static boolean refuse(ChoiceField<?> box, String message) {
    box.setErrorMessage(message);
    box.setInvalid(true);
    return false;
  }
}
