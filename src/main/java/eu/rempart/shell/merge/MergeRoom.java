package eu.rempart.shell.merge;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the room of a kind of records does so that two of them become one; provided as a bean. */
public interface MergeRoom {

  /** Name of the table. */
  String kind();

  /** Those of these that are there, each with what people fill in. */
  Map<UUID, Side> sides(Set<UUID> ids);

  /**
   * Gives a record these fields of another one, and moves that to the bin, all within the running
   * transaction. Entries of lists, such as e-mails and tags, are united.
   *
   * @param taken columns whose value is taken from the record that goes
   * @return false where one of the two is gone or was changed meanwhile
   */
  boolean merge(UUID stays, UUID goes, Set<String> taken);

  /** Lets searches see these, after the commit. */
  void seen(List<UUID> ids);

  /**
   * A record.
   *
   * @param title its name
   * @param route path of its page
   * @param fields label and text of each field that is filled in, by its column, in their order
   * @param united columns whose entries are united, so that nobody need choose
   */
  record Side(String title, String route, Map<String, Field> fields, Set<String> united) {

    @Override
    public String toString() {
      return "Side[" + route + "]";
    }
  }

  /** One field in words. */
  record Field(String label, String text) {

    @Override
    public String toString() {
      return "Field[" + label + "]";
    }
  }
}
