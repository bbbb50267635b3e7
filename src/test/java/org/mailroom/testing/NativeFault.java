package org.mailroom.testing;

import java.lang.reflect.Field;
import sun.misc.Unsafe;

/** What only native code can do to a process. */
public final class NativeFault {
    private static final int PAGE = 4096;

    private NativeFault() {}

    /** Writes where nothing may be written: the process crashes. */
    public static void now() {
        unsafe().putAddress(0, 0);
    }

    /** Takes 600 MB beside the heap. */
    public static void takeMemory() {
        takeMemory(600);
    }

    public static void takeMemory(int megabytes) {
        long size = megabytes * 1024L * 1024;
        long memory = unsafe().allocateMemory(size);
        for (long at = 0; at < size; at += PAGE) {
            unsafe().putByte(memory + at, (byte) 1);
        }
    }

    private static Unsafe unsafe() {
        try {
            Field field = Unsafe.class.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            return (Unsafe) field.get(null);
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
