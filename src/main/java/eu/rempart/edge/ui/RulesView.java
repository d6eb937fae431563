package eu.rempart.edge.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.security.OversightService;
import eu.rempart.edge.admin.EdgeAdministration;
import eu.rempart.shell.MainLayout;
import jakarta.annotation.security.RolesAllowed;

/** Who may come: rules by country, networks that always may, and limits. */
@Route(value = EdgeNavigation.RULES, layout = MainLayout.class)
@RolesAllowed(Access.SECURITY)
@StyleSheet("styles/traffic.css")
public final class RulesView extends Composite<Div>
    implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private final CountryRules rules;

  public RulesView(EdgeAdministration administration, OversightService oversight) {
    this.rules = new CountryRules(administration);
    var detections = new Detections(administration, oversight, true);
    detections.show();
    var page = getContent();
    page.addClassName("traffic-page");
    page.add(
        new H1(t("edge.rules.title")),
        new Paragraph(t("edge.rules.sentence")),
        changes(),
        rules,
        new AllowedNetworks(administration),
        detections,
        new Limits(administration));
  }

  private static Anchor changes() {
    var link = new Anchor(EdgeNavigation.CHANGES, t("edge.rules.changes"));
    link.getElement().setAttribute("router-link", true);
    return link;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    event
        .getLocation()
        .getQueryParameters()
        .getSingleParameter(EdgeNavigation.PLACE)
        .filter(code -> code.matches("[A-Z]{2}"))
        .ifPresent(rules::open);
  }

  @Override
  public String getPageTitle() {
    return t("edge.rules.title");
  }
}
