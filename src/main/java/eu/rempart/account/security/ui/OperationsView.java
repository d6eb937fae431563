package eu.rempart.account.security.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.right.OpenToEngineers;
import eu.rempart.account.security.OperationsNotice;
import eu.rempart.account.security.SecurityService;
import eu.rempart.account.ui.AccountNavigation;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.text.Formats;
import jakarta.annotation.security.RolesAllowed;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;

/** What the operator's engineers see: how the installation runs, and nothing of what is in it. */
@Route(value = AccountNavigation.OPERATIONS, layout = MainLayout.class)
@RolesAllowed(Access.OPERATIONS)
@OpenToEngineers
@StyleSheet("styles/account.css")
public final class OperationsView extends Composite<Div> implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  public OperationsView(SecurityService service, ObjectProvider<OperationsNotice> notices) {
    getContent().addClassNames("account-page", "account-narrow");
    // Nothing in it takes the focus, and a phone has to scroll it: so do keys, with this.
    getContent().getElement().setAttribute("tabindex", "0");
    getContent().getElement().setAttribute("role", "region");
    getContent().getElement().setAttribute("aria-label", t("account.operations.title"));
    var runtime = ManagementFactory.getRuntimeMXBean();
    var version = OperationsView.class.getPackage().getImplementationVersion();
    var facts =
        new Facts()
            .with(t("account.operations.version"), version == null ? "0.1.0" : version)
            .with(t("account.operations.java"), Runtime.version().toString())
            .with(t("account.operations.database"), "PostgreSQL " + service.databaseVersion())
            .with(
                t("account.operations.since"),
                Formats.dateTime(Instant.ofEpochMilli(runtime.getStartTime())));
    facts.with(t("account.mail"), MailText.of(service.mail()));
    Certificates.addTo(facts, service);
    notices.orderedStream().map(OperationsNotice::line).forEach(line -> add(facts, line));
    getContent()
        .add(
            new H1(t("account.operations.title")),
            new Paragraph(t("account.operations.sentence")),
            facts);
  }

  private static void add(Facts facts, OperationsNotice.Line line) {
    var state = new Div(line.state());
    if (line.trouble()) {
      state.addClassNames("badge", "badge-warning");
      state.getElement().setAttribute("role", "status");
    }
    facts.with(line.name(), state);
  }

  @Override
  public String getPageTitle() {
    return t("account.operations.title");
  }
}
