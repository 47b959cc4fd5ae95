#define _GNU_SOURCE
#include "CProcess.h"

#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

int emx_limit(pid_t process, enum emx_resource resource, unsigned long long value) {
    static const __rlimit_resource_t resources[] = {RLIMIT_AS, RLIMIT_FSIZE, RLIMIT_CORE, RLIMIT_NOFILE};
    struct rlimit limit = {value, value};
    return prlimit(process, resources[resource], &limit, 0);
}

void emx_confine(void) {
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    unshare(CLONE_NEWUSER | CLONE_NEWNET);
}

static int told(int result, const struct stat *status, struct emx_file *file) {
    if (result == 0) {
        *file = (struct emx_file){
            .device = status->st_dev,
            .node = status->st_ino,
            .size = status->st_size,
            .modified = status->st_mtime,
            .permissions = status->st_mode & 07777,
            .is_regular = S_ISREG(status->st_mode),
            .is_folder = S_ISDIR(status->st_mode),
            .is_link = S_ISLNK(status->st_mode),
        };
    }
    return result;
}

int emx_look(const char *path, struct emx_file *file) {
    struct stat status;
    return told(stat(path, &status), &status, file);
}

int emx_look_at_link(const char *path, struct emx_file *file) {
    struct stat status;
    return told(lstat(path, &status), &status, file);
}

int emx_look_at_descriptor(int descriptor, struct emx_file *file) {
    struct stat status;
    return told(fstat(descriptor, &status), &status, file);
}
