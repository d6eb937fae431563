package eu.rempart.document.file;

import java.util.UUID;

/**
 * A file on its way in.
 *
 * @param id which becomes that of the file
 * @param size bytes that it will have
 * @param received bytes that are here
 * @param whole whether it can become the file of a document
 */
public record Upload(UUID id, FileName name, long size, long received, boolean whole) {}
