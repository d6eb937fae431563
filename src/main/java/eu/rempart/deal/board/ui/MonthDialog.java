package eu.rempart.deal.board.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import eu.rempart.shell.field.DateField;
import eu.rempart.shell.text.Dates;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says when a deal is expected to be won, for those who do not drag. */
final class MonthDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  MonthDialog(String name, @Nullable LocalDate day, Consumer<@Nullable LocalDate> save) {
    setHeaderTitle(t("deal.move.title", name));
    var picker = new DateField();
    picker.setLabel(t("deal.field.expected_close"));
    picker.setValue(day);
    add(picker);
    var yes =
        new Button(
            t("deal.save"),
            _ -> {
              if (Dates.check(picker)) {
                close();
                save.accept(picker.getValue());
              }
            });
    yes.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(t("shell.cancel"), _ -> close()), yes);
  }
}
