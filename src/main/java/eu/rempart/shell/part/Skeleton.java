package eu.rempart.shell.part;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.html.Div;

/** Grey rows in the shape of what is being loaded, so that nothing jumps when it arrives. */
public final class Skeleton extends Div {

  private static final long serialVersionUID = 1L;

  /**
   * A block of rows.
   *
   * @param rows 1 to 30
   */
  public Skeleton(int rows) {
    addClassName("skeleton");
    getElement().setAttribute("role", "status");
    getElement().setAttribute("aria-label", t("shell.loading"));
    for (var row = 0; row < rows; row++) {
      var line = new Div(bone("skeleton-dot"), bone("skeleton-line"), bone("skeleton-word"));
      line.addClassName("skeleton-row");
      add(line);
    }
  }

  private static Div bone(String className) {
    var bone = new Div();
    bone.addClassName(className);
    return bone;
  }
}
