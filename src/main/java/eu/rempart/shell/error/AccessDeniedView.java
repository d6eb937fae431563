package eu.rempart.shell.error;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.part.Glyph;
import jakarta.servlet.http.HttpServletResponse;

/** The page exists, but not for this person's role. */
@AnonymousAllowed
@ParentLayout(MainLayout.class)
public final class AccessDeniedView extends ErrorPage
    implements HasErrorParameter<AccessDeniedException>, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<AccessDeniedException> error) {
    show(Glyph.LOCK, getPageTitle(), t("shell.error.denied.sentence"));
    return HttpServletResponse.SC_FORBIDDEN;
  }

  @Override
  public String getPageTitle() {
    return t("shell.error.denied.title");
  }
}
