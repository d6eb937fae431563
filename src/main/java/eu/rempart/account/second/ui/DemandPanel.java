package eu.rempart.account.second.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.account.Role;
import eu.rempart.account.second.SecondFactorService;
import eu.rempart.account.ui.RoleText;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.proof.ProofDialog;

/** Which roles must have a second factor. */
public final class DemandPanel extends Div {

  private static final long serialVersionUID = 1L;

  public DemandPanel(SecondFactorService service) {
    addClassName("account-form");
    var roles = new CheckboxGroup<Role>(t("account.second.demand.roles"));
    roles.setItems(Role.values());
    roles.setItemLabelGenerator(RoleText::of);
    roles.setValue(service.demanded());
    var save =
        new Button(
            t("account.second.demand.save"),
            _ ->
                ProofDialog.run(
                    () -> {
                      service.demand(roles.getValue());
                      Notices.success(t("account.profile.saved"));
                    }));
    add(new Paragraph(t("account.second.demand.sentence")), roles, save);
  }
}
