package eu.rempart.account.right;

import com.vaadin.flow.server.auth.AccessCheckResult;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.auth.NavigationAccessChecker;
import com.vaadin.flow.server.auth.NavigationContext;
import eu.rempart.account.Role;

/**
 * Keeps engineers out of every view that isn't marked as open to them, whatever its other rules
 * say: a view that somebody adds tomorrow is closed to them too.
 */
public class EngineersStayOut implements NavigationAccessChecker {

  private static final long serialVersionUID = 1L;

  @Override
  public AccessCheckResult check(NavigationContext context) {
    var target = context.getNavigationTarget();
    return !context.hasRole(Role.ENGINEER.name())
            || context.isErrorHandling()
            || target.isAnnotationPresent(OpenToEngineers.class)
            || target.isAnnotationPresent(AnonymousAllowed.class)
        ? context.neutral()
        : context.deny("engineers see no customer data");
  }
}
