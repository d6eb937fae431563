package eu.rempart.email.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.rempart.email.template.EmailTemplate;
import eu.rempart.shell.part.Glyph;
import java.util.List;

/** The templates that the member uses: new ones, changes, and those that go. */
final class TemplatesSection extends Section {

  private static final long serialVersionUID = 1L;

  private final transient TemplateDesk desk;
  private final UnorderedList list = new UnorderedList();
  private final Paragraph none = new Paragraph(t("email.template.none"));

  TemplatesSection(TemplateDesk desk) {
    this.desk = desk;
    addClassName("emails-section");
    list.addClassName("emails-rows");
    var fresh =
        new Button(
            t("email.template.new"),
            Glyph.ADD.create(),
            _ -> new TemplateDialog(desk, null, this::refresh).open());
    fresh.setVisible(desk.mayWrite());
    add(
        new H2(t("email.template.title")),
        new Paragraph(t("email.template.sentence")),
        fresh,
        none,
        list);
    refresh();
  }

  private void refresh() {
    list.removeAll();
    List<EmailTemplate> all = desk.all();
    all.forEach(template -> list.add(row(template)));
    none.setVisible(all.isEmpty());
  }

  private ListItem row(EmailTemplate template) {
    var name = new Span(template.name());
    name.addClassName("emails-name");
    var whose = new Span(desk.whose(template));
    whose.addClassName("emails-soft");
    var words = new Div(name, new Span(template.subject()), whose);
    words.addClassName("emails-words");
    var row = new ListItem(words);
    if (desk.mayChange(template)) {
      var actions =
          new Div(
              action(
                  Glyph.EDIT,
                  t("email.template.edit", template.name()),
                  () -> new TemplateDialog(desk, template, this::refresh).open()),
              action(
                  Glyph.ARCHIVE,
                  t("email.template.archive", template.name()),
                  () -> desk.archive(template, this::refresh)));
      actions.addClassName("email-actions");
      row.add(actions);
    }
    return row;
  }

  private static Button action(Glyph glyph, String label, Runnable run) {
    var button = new Button(glyph.create(), _ -> run.run());
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.setAriaLabel(label);
    button.setTooltipText(label);
    return button;
  }
}
