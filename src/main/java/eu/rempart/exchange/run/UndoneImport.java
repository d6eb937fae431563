package eu.rempart.exchange.run;

/**
 * What taking an import back did.
 *
 * @param archived records that it had created, now in the bin
 * @param putBack records that have their former values again
 * @param leftAlone records that somebody changed since
 */
public record UndoneImport(int archived, int putBack, int leftAlone) {}
