package eu.rempart.contact;

import org.jspecify.annotations.Nullable;

/**
 * What people fill in about a link.
 *
 * @param current false for a former employer
 * @param main the company that lists show beside the name; one link of a contact at most
 */
public record LinkData(
    @Nullable String jobTitle, @Nullable ContactCompanyRole role, boolean current, boolean main) {

  public static final LinkData CURRENT = new LinkData(null, null, true, false);

  public LinkData {
    jobTitle = jobTitle == null || jobTitle.isBlank() ? null : jobTitle.strip();
  }

  @Override
  public String toString() {
    return "LinkData[hidden]";
  }
}
