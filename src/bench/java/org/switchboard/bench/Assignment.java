package org.switchboard.bench;

import java.nio.file.Path;

/**
 * One instance to be solved once by each.
 *
 * @param seconds from the start of the process to its exit
 * @param heapMegabytes most heap that Java may take
 */
record Assignment(Path problemFile, long seed, int seconds, int heapMegabytes) {}
