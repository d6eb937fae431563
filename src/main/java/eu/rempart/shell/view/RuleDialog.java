package eu.rempart.shell.view;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.search.rule.Rule;
import eu.rempart.shell.part.TypedText;
import java.util.List;
import java.util.function.Consumer;

/** Lets a person put conditions together: groups of them, each by "all" or "any". */
@StyleSheet("styles/views.css")
public final class RuleDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  /**
   * A dialog that is not open yet.
   *
   * @param apply told the rule when somebody wants it
   */
  public RuleDialog(List<ListField> fields, Rule rule, Consumer<Rule> apply) {
    addClassName("rule-dialog");
    setHeaderTitle(t("shell.rule.title"));
    var group = new RuleGroup(fields, true);
    group.show(rule);
    add(new Paragraph(t("shell.rule.relation")), group);
    var done =
        new Button(
            t("shell.rule.apply"),
            _ -> {
              if (TypedText.isAllRead(group) && group.check()) {
                close();
                apply.accept(group.rule());
              }
            });
    done.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(t("shell.cancel"), _ -> close()), done);
  }
}
