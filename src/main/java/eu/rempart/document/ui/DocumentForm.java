package eu.rempart.document.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.document.DocumentData;
import eu.rempart.document.DocumentField;
import eu.rempart.document.DocumentRules;
import eu.rempart.document.DocumentSort;
import eu.rempart.document.DocumentState;
import eu.rempart.document.folder.Folder;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomValuesField;
import eu.rempart.shell.field.ChoiceField;
import eu.rempart.shell.field.DateField;
import eu.rempart.shell.field.FieldLock;
import eu.rempart.shell.field.FieldRemarks;
import eu.rempart.shell.field.FormParts;
import eu.rempart.shell.tag.Tags;
import eu.rempart.shell.tag.TagsField;
import eu.rempart.shell.text.Dates;
import eu.rempart.tag.TagRules;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fields of a document. */
final class DocumentForm extends Div {

  private static final long serialVersionUID = 1L;

  private final TextField name = new TextField(t("document.field.name"));
  private final ChoiceField<Folder> folder = new ChoiceField<>(t("document.field.folder_id"));
  private final Select<DocumentSort> sort = new Select<>();
  private final Select<DocumentState> state = new Select<>();
  private final DateField published = new DateField().past();
  private final DateField expires = new DateField();
  private final ChoiceField<UUID> owner = new ChoiceField<>(t("document.field.owner_id"));
  private final TagsField tags;
  private final CustomValuesField custom;
  private final TextArea description = new TextArea(t("document.field.description"));
  private final Map<DocumentField, Component> fields = new EnumMap<>(DocumentField.class);

  DocumentForm(List<Folder> folders, Map<UUID, String> members, Tags known, CustomBook own) {
    addClassName("record-form");
    tags = new TagsField(known);
    custom = new CustomValuesField(own);
    name.setMaxLength(DocumentRules.MAX_NAME);
    name.setRequiredIndicatorVisible(true);
    folder.setItems(folders);
    folder.setItemLabelGenerator(Folder::name);
    folder.setClearButtonVisible(true);
    sort.setLabel(t("document.field.kind"));
    sort.setItems(DocumentSort.values());
    sort.setItemLabelGenerator(each -> each == null ? "–" : DocumentTexts.sort(each));
    sort.setEmptySelectionAllowed(true);
    state.setLabel(t("document.field.state"));
    state.setItems(DocumentState.values());
    state.setItemLabelGenerator(DocumentTexts::state);
    published.setLabel(t("document.field.published"));
    expires.setLabel(t("document.field.expires"));
    owner.setItems(members.keySet());
    owner.setItemLabelGenerator(id -> members.getOrDefault(id, "…"));
    owner.setClearButtonVisible(true);
    description.setMaxLength(DocumentRules.MAX_DESCRIPTION);
    FormParts.soon(name);
    FormParts.soon(description);
    fields.put(DocumentField.NAME, name);
    fields.put(DocumentField.FOLDER, folder);
    fields.put(DocumentField.SORT, sort);
    fields.put(DocumentField.STATE, state);
    fields.put(DocumentField.PUBLISHED, published);
    fields.put(DocumentField.EXPIRES, expires);
    fields.put(DocumentField.OWNER, owner);
    fields.put(DocumentField.TAGS, tags);
    fields.put(DocumentField.CUSTOM, custom);
    fields.put(DocumentField.DESCRIPTION, description);
    var grid = new Div(folder, owner, sort, state, published, expires);
    grid.addClassName("form-grid");
    add(name, grid, tags, custom, description);
  }

  /** Leaves out what somebody may not see, and lets them only read what they may not change. */
  void narrow(Set<String> hidden, Set<String> fixed) {
    fields.forEach(
        (field, input) ->
            FieldLock.apply(
                input, hidden.contains(field.column()), fixed.contains(field.column())));
  }

  /** Calls back on every change. */
  void onChange(Runnable listener) {
    fields
        .values()
        .forEach(input -> ((HasValue<?, ?>) input).addValueChangeListener(_ -> listener.run()));
  }

  /** Shows a document; fields that did not open are empty and say so. */
  void show(DocumentData data, List<Folder> folders, Map<DocumentField, String> unopenable) {
    name.setValue(data.name() == null ? "" : data.name());
    folder.setValue(
        folders.stream().filter(each -> each.id().equals(data.folder())).findFirst().orElse(null));
    sort.setValue(data.sort());
    state.setValue(data.state());
    published.setValue(data.published());
    expires.setValue(data.expires());
    owner.setValue(data.owner());
    tags.setValue(data.tags());
    custom.setValue(data.custom());
    description.setValue(data.description() == null ? "" : data.description());
    FieldRemarks.unopenable(unopenable, fields, code -> t("document.form.sealed", code));
  }

  DocumentData value() {
    return new DocumentData(
        blank(name.getValue()),
        folder.getValue() == null ? null : folder.getValue().id(),
        sort.getValue(),
        state.getValue(),
        published.getValue(),
        expires.getValue(),
        blank(description.getValue()),
        owner.getValue(),
        tags.getValue(),
        custom.getValue());
  }

  /** Whether what is in days and own fields can be kept; else they say what is wrong. */
  boolean check() {
    return custom.check() && Dates.check(published) && Dates.check(expires);
  }

  private static @Nullable String blank(String text) {
    return text.isBlank() ? null : text.strip();
  }

  /** Says which field is wrong. */
  void show(InvalidFieldException e) {
    if (e.field().endsWith("tags")) {
      tags.setInvalid(true);
      tags.setErrorMessage(t("document.tags.many", TagRules.MAX_ON_RECORD));
    } else if (e.field().endsWith("expires")) {
      DatePicker wrong = expires.isVisible() ? expires : published;
      wrong.setInvalid(true);
      wrong.setErrorMessage(t("document.dates"));
    } else if (e.field().endsWith("custom")) {
      custom.setInvalid(true);
      custom.setErrorMessage(t("shell.custom.stale"));
    } else {
      name.setInvalid(true);
      name.setErrorMessage(t("document.nameless"));
      name.focus();
    }
  }

  void focus() {
    name.focus();
  }
}
