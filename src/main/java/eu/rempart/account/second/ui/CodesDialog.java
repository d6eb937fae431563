package eu.rempart.account.second.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.shell.secret.ShownOnce;
import java.util.List;

/** Ten one-time codes, shown once. */
final class CodesDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  CodesDialog(List<String> codes) {
    setHeaderTitle(t("account.second.codes"));
    setMaxWidth("min(32rem, 94vw)");
    ShownOnce.guard(this);
    var list = new OrderedList();
    list.addClassName("account-codes");
    codes.forEach(code -> list.add(new ListItem(code)));
    var have = new Button(t("account.second.codes.have"), _ -> close());
    have.addThemeVariants(ButtonVariant.PRIMARY);
    add(new Paragraph(t("account.second.codes.sentence")), list);
    getFooter().add(have);
  }
}
